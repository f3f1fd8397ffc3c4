// Boxes over the words of a picture; they move and grow with it.
import type OpenSeadragonType from "openseadragon";
import type { WordBoxes } from "@/api/records";

export type OpenSeadragonModule = typeof OpenSeadragonType;

export function drawBoxes(library: OpenSeadragonModule, viewer: OpenSeadragonType.Viewer, boxes: WordBoxes, current: number, chosen: (index: number) => void) {
  const image = viewer.world.getItemAt(0);
  if (!image || boxes.width === 0) return;
  // The boxes are counted in pixels of the whole page; the picture may be smaller.
  const scale = image.getContentSize().x / boxes.width;
  boxes.words.forEach((box, index) => {
    const element = document.createElement("div");
    element.className = index === current ? "word-box current" : "word-box";
    element.addEventListener("pointerdown", () => chosen(index));
    viewer.addOverlay({
      element,
      location: image.imageToViewportRectangle(new library.Rect(box.left * scale, box.top * scale, box.width * scale, box.height * scale)),
    });
  });
}
