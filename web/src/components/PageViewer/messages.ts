import { defineMessages } from "@/i18n";

export default defineMessages("viewer", {
  zh: {
    label: "页面图像", in: "放大", out: "缩小", fit: "整页", width: "适合宽度", turn: "旋转",
    page: "第 {page} / {pages} 页", no_picture: "这一页没有图像。", failed: "图像未能载入。",
  },
  en: {
    label: "Picture of the page", in: "Zoom in", out: "Zoom out", fit: "Whole page", width: "Fit the width", turn: "Turn",
    page: "Page {page} of {pages}", no_picture: "There is no picture of this page.", failed: "The picture could not be loaded.",
  },
});
