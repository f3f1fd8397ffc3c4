// The files of a drop or a choice, with their paths below what was dropped.
export interface Given {
  file: File;
  path: string;
}

const isLitter = (path: string): boolean => path.split("/").some((step) => step.startsWith(".") || step === "Thumbs.db" || step === "__MACOSX");

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((tell, fail) => entry.file(tell, fail));
}

// A reader gives at most a hundred entries at a time and an empty list at the end.
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((tell, fail) => reader.readEntries(tell, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function below(entry: FileSystemEntry): Promise<Given[]> {
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), path: entry.fullPath.replace(/^\//, "") }];
  const entries = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map(below))).flat();
}

export const withoutLitter = (given: Given[]): Given[] => given.filter(({ path }) => !isLitter(path));

export async function droppedFiles(transfer: DataTransfer): Promise<Given[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return withoutLitter((await Promise.all(entries.map(below))).flat());
}

export const chosenFiles = (files: FileList | null): Given[] =>
  withoutLitter([...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
