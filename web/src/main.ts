import "./api/first_question";
import { createApp } from "vue";
import App from "./App.vue";
import { applyLanguage, i18n, t } from "./i18n";
import "./i18n/common";
import { router } from "./router";
import "element-plus/es/components/base/style/css";
import "./styles/tokens.css";
import "./styles/base.css";

applyLanguage();
const app = createApp(App).use(i18n).use(router);
app.config.globalProperties.$t = t as typeof i18n.global.t;
app.mount("#app");
