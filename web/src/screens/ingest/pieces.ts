// A file is read and sent in pieces, from one byte up to another.
const piece = 4 << 20;

export const pieces = (from: number, size: number, most = piece): [number, number][] => {
  const list: [number, number][] = [];
  for (let at = from; at < size; at += most) list.push([at, Math.min(size, at + most)]);
  return list;
};
