declare module 'natural/lib/natural/stemmers/porter_stemmer*.js' {
  const stemmer: { stem(word: string): string; tokenizeAndStem(text: string): string[] };
  export default stemmer;
}

declare module 'natural/lib/natural/util/stopwords_*.js' {
  const list: { words: readonly string[] };
  export default list;
}

declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    constructor(stemmer: { stem(word: string): string });
    addDocument(text: string, label: string): void;
    train(): void;
    /** Likeliest first. */
    getClassifications(text: string): { readonly label: string; readonly value: number }[];
  }
}
