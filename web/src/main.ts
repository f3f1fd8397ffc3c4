import { createApp } from "vue";
import App from "./App.vue";
import { applyLanguage, i18n } from "./i18n";
import "./i18n/common";
import { router } from "./router";
import "element-plus/es/components/base/style/css";
import "./styles/tokens.css";
import "./styles/base.css";

applyLanguage();
createApp(App).use(i18n).use(router).mount("#app");
