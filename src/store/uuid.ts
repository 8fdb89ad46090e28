const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** False for what no row can be found by: comparing it with a uuid column would abort the transaction. */
export const isUuid = (id: string): boolean => UUID.test(id);
