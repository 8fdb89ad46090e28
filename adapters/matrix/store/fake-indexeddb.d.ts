declare module 'fake-indexeddb/auto';
declare module 'fake-indexeddb/lib/FDBTransaction';
