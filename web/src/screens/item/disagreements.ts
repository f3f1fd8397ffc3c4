// What one track says of the other, against what is true (R26–R28).
import type { ElectronicTrack, PaperTrack } from "@/api/records";

export interface Disagreement {
  note: "paper_note" | "electronic_note";
  field: "storage_id" | "address" | "number" | "shelf";
  said: string;
  is: string;
}

export function disagreements(paper: PaperTrack, electronic: ElectronicTrack): Disagreement[] {
  if (!paper.exists || !electronic.exists) return [];
  const compared: Disagreement[] = [
    { note: "paper_note", field: "storage_id", said: paper.note_storage_id ?? "", is: electronic.storage_id ?? "" },
    { note: "paper_note", field: "address", said: paper.note_address ?? "", is: electronic.address ?? "" },
    { note: "electronic_note", field: "number", said: electronic.note_number ?? "", is: paper.number ?? "" },
    { note: "electronic_note", field: "shelf", said: electronic.note_shelf ?? "", is: paper.shelf ?? "" },
  ];
  return compared.filter(({ said, is }) => said !== is);
}
