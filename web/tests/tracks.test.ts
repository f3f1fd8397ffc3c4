import { describe, expect, it } from "vitest";
import { disagreements } from "@/screens/item/disagreements";

const paper = { exists: true, number: "A001-KH·02·2024-D30-C03-001-0001", shelf: "K1-01-01-1-1", note_storage_id: "EA001-2024-00000123-L", note_address: "store:01/A001/2024/00000123" };
const electronic = { exists: true, storage_id: "EA001-2024-00000123-L", address: "store:01/A001/2024/00000123", note_number: "A001-KH·02·2024-D30-C03-001-0001", note_shelf: "K1-01-01-1-1" };

describe("the two tracks", () => {
  it("agree where each note says what is true of the other", () => expect(disagreements(paper, electronic)).toEqual([]));
  it("R28_a_note_that_says_otherwise_is_a_disagreement", () => {
    expect(disagreements({ ...paper, shelf: "K1-01-01-1-2" }, electronic)).toEqual([{ note: "electronic_note", field: "shelf", said: "K1-01-01-1-1", is: "K1-01-01-1-2" }]);
    expect(disagreements({ ...paper, note_storage_id: undefined }, electronic)[0]?.said).toBe("");
  });
  it("do not disagree where there is but one", () => expect(disagreements({ exists: false }, electronic)).toEqual([]));
});
