// How large the functions of a WebAssembly module are, read from its code and its names (sections 10 and 0 of the core specification).
// wasm-opt's --func-metrics says the same, but takes minutes for a module of this size.

const CUSTOM = 0;
const CODE = 10;

/** Reads the numbers and texts of a module one after another. */
class Reader {
  #bytes;
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get isAtEnd() {
    return this.at >= this.end;
  }

  byte() {
    this.at += 1;
    return this.#bytes[this.at - 1];
  }

  /** An unsigned LEB128 number. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.at - length, this.at));
  }

  /** What follows, which says itself how long it is; this reader goes on behind it. */
  part() {
    const length = this.number();
    const part = new Reader(this.#bytes, this.at, this.at + length);
    this.at += length;
    return part;
  }
}

/** The names that a module has for its functions, by their numbers. */
const namesIn = (section) => {
  const names = new Map();
  while (!section.isAtEnd) {
    const kind = section.byte();
    const list = section.part();
    // 1: names of functions.
    if (kind !== 1) continue;
    for (let left = list.number(); left > 0; left -= 1) names.set(list.number(), list.text());
  }
  return names;
};

/**
 * The functions of a module, the largest first. One without a name is called by its number.
 * @param {Uint8Array<ArrayBuffer>} module
 * @returns {{ name: string, number: number, bytes: number }[]} `number` is that of the module, as browsers name it
 */
export const functions = (module) => {
  // Imported functions are counted first.
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(module)).filter(({ kind }) => kind === "function").length;
  const reader = new Reader(module, 8);
  let names = new Map();
  const sizes = [];
  while (!reader.isAtEnd) {
    const id = reader.byte();
    const section = reader.part();
    if (id === CODE) {
      for (let left = section.number(); left > 0; left -= 1) {
        const { at, end } = section.part();
        sizes.push(end - at);
      }
    }
    if (id === CUSTOM && section.text() === "name") names = namesIn(section);
  }
  const found = sizes.map((bytes, position) => ({
    name: names.get(imported + position) ?? `function ${imported + position}`,
    number: imported + position,
    bytes,
  }));
  return found.sort((a, b) => b.bytes - a.bytes);
};
