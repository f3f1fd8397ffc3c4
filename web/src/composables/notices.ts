// Short notices at the top of the page, read out by screen readers, and the one way to ask "really?" or for a reason.
import { ElMessage } from "element-plus/es/components/message/index";
import { ElMessageBox } from "element-plus/es/components/message-box/index";
import "element-plus/es/components/message/style/css";
import "element-plus/es/components/message-box/style/css";
import { t } from "@/i18n";

export const sayDone = (words: string) => void ElMessage({ type: "success", message: words, duration: 3000 });
export const sayProblem = (words: string) =>
  void ElMessage({ type: "error", message: words, duration: 9000, showClose: true });

export const confirmed = (words: string, title: string, button = t("common.do")): Promise<boolean> =>
  ElMessageBox.confirm(words, title, { confirmButtonText: button, cancelButtonText: t("common.cancel") }).then(
    () => true,
    () => false,
  );

// A reason, or nothing where it was called off.
export const askReason = (title: string, label = t("common.reason")): Promise<string | undefined> =>
  ElMessageBox.prompt(label, title, {
    confirmButtonText: t("common.do"),
    cancelButtonText: t("common.cancel"),
    inputValidator: (value: string) => value?.trim() !== "" || t("common.reason_missing"),
  }).then(
    ({ value }) => value.trim(),
    () => undefined,
  );
