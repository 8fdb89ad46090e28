/** A row of numbers that grows at its end, without an object a number. */
export interface Growing {
  readonly length: number;
  /** Valid up to `length`, until the next push. */
  readonly values: Int32Array;
  push(value: number): void;
  /** Keeps those that pass, in order. */
  keep(passes: (value: number) => boolean): void;
}

const FIRST = 4;

export function growing(first = FIRST): Growing {
  let values = new Int32Array(first);
  let length = 0;
  return {
    get length() {
      return length;
    },
    get values() {
      return values;
    },
    push(value) {
      if (length === values.length) {
        const larger = new Int32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    keep(passes) {
      let kept = 0;
      for (let k = 0; k < length; k++) if (passes(values[k]!)) values[kept++] = values[k]!;
      length = kept;
    },
  };
}
