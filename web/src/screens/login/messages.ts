import { defineMessages } from "@/i18n";

export default defineMessages("login", {
  zh: {
    title: "登录", tagline: "一份档案，纸质与电子两套", name: "姓名", password: "密码", again: "再输一次密码", enter: "登录", first_title: "建立管理员",
    first_hint: "本系统还没有用户。请输入 twofold serve 启动时显示的开通码，建立第一位管理员。", code: "开通码", make: "建立并登录", unequal: "两次输入的密码不同。", short: "密码至少八个字符。",
  },
  en: {
    title: "Sign in", tagline: "One archive, kept twice: on paper and as files", name: "Name", password: "Password", again: "Password again", enter: "Sign in", first_title: "Make the administrator",
    first_hint: "Nobody is entered yet. Type the code that twofold serve printed when it started, and make the first administrator.", code: "Code", make: "Make and sign in", unequal: "The two passwords differ.", short: "A password has at least eight characters.",
  },
});
