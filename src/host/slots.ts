/**
 * At most so many at a time for each key; who waits is served first come, first served, those who are somebody's answer
 * before the others, who never take all: one place in four is left for answers. Of answers that never cease, one in four
 * lets one of the others go first.
 */
export function slots<K>(most: number) {
  interface Slot {
    busy: number;
    /** Of these, those who are nobody's answer. */
    othersBusy: number;
    readonly answers: (() => void)[];
    readonly others: (() => void)[];
    /** Answers that went before others who wait. */
    passed: number;
  }
  const keys = new Map<K, Slot>();
  const forOthers = most - Math.floor(most / 4);

  function begin(slot: Slot, isAnswer: boolean): void {
    slot.busy += 1;
    if (!isAnswer) slot.othersBusy += 1;
  }

  function goOn(slot: Slot): void {
    const taken = slot.answers.length === 0 ? slot.busy : slot.othersBusy;
    const mayOther = slot.others.length > 0 && taken < forOthers;
    const isAnswer = slot.answers.length > 0 && !(mayOther && slot.passed >= 3);
    if (!isAnswer && !mayOther) return;
    slot.passed = isAnswer && mayOther ? slot.passed + 1 : 0;
    begin(slot, isAnswer);
    (isAnswer ? slot.answers : slot.others).shift()!();
  }

  return async <T>(key: K, isAnswer: boolean, run: () => Promise<T>): Promise<T> => {
    const slot = keys.get(key) ?? { busy: 0, othersBusy: 0, answers: [], others: [], passed: 0 };
    keys.set(key, slot);
    if (slot.busy < (isAnswer ? most : forOthers)) begin(slot, isAnswer);
    else await new Promise<void>((go) => (isAnswer ? slot.answers : slot.others).push(go));
    try {
      return await run();
    } finally {
      slot.busy -= 1;
      if (!isAnswer) slot.othersBusy -= 1;
      goOn(slot);
      if (slot.busy === 0) keys.delete(key);
    }
  };
}
