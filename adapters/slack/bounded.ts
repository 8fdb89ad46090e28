/** A map that keeps the newest `most` of what is put into it. */
export function bounded<V>(most: number) {
  const map = new Map<string, V>();
  return {
    get: (name: string) => map.get(name),
    all: () => [...map],
    delete: (name: string) => map.delete(name),
    set(name: string, value: V) {
      map.delete(name);
      map.set(name, value);
      if (map.size > most) map.delete(map.keys().next().value!);
    },
  };
}
