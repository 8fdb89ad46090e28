/** The few words that are Matrix’s alone. */
export interface MatrixPhrases {
  /** Said once on entering a room. */
  readonly introduction: (name: string) => string;
  /** To somebody whose message no key opens. */
  readonly unreadable: string;
  readonly refusals: {
    readonly noCredentials: string;
    readonly loginRefused: (why: string) => string;
    readonly loggedOut: string;
    readonly tokenOfUsedDevice: string;
    readonly wrongStoreKey: string;
    readonly noRecoveryKey: string;
    readonly badRecoveryKey: string;
    readonly secretsUnreadable: string;
    readonly otherAccount: (found: string, wanted: string) => string;
    readonly identityRefused: (why: string) => string;
  };
}

export const PHRASES: Readonly<Record<'fr' | 'en', MatrixPhrases>> = {
  fr: {
    introduction: (name) =>
      `Bonjour, je suis ${name}, le robot de Tour de table. Ici, je ne lis que ce qui commence par « !tour » ou par mon nom, et les fils des ateliers que j’ouvre. Pour me parler en privé, écrivez-moi en message direct.`,
    unreadable:
      'Votre message m’est parvenu chiffré avec une clé que je n’ai pas reçue : je n’ai pas pu le lire. Pouvez-vous me l’envoyer à nouveau ?',
    refusals: {
      noCredentials:
        'Matrix : il manque de quoi se connecter. Indiquez MATRIX_USER et MATRIX_PASSWORD, ou MATRIX_TOKEN, puis lancez « npx tour matrix setup ».',
      loginRefused: (why) =>
        `Matrix : le serveur refuse la connexion (${why}). Vérifiez MATRIX_HOMESERVER, MATRIX_USER et MATRIX_PASSWORD.`,
      loggedOut:
        'Matrix : l’appareil du robot a été déconnecté sur le serveur. Indiquez MATRIX_PASSWORD (ou un nouveau MATRIX_TOKEN) et MATRIX_RECOVERY_KEY : un nouvel appareil reprendra au prochain démarrage.',
      tokenOfUsedDevice:
        'Matrix : MATRIX_TOKEN est celui d’un appareil dont les clés ne sont pas ici. Indiquez MATRIX_PASSWORD, ou le jeton d’un appareil qui n’a encore jamais servi.',
      wrongStoreKey:
        'Matrix : MATRIX_STORE_KEY n’est pas la clé de ce dossier. Remettez celle d’avant ; si elle est perdue, déplacez DATA_DIR/matrix et redémarrez : un nouvel appareil sera fait et restauré par MATRIX_RECOVERY_KEY.',
      noRecoveryKey:
        'Matrix : MATRIX_RECOVERY_KEY manque. « npx tour matrix setup » en fait une, ou indiquez celle de ce compte.',
      badRecoveryKey:
        'Matrix : MATRIX_RECOVERY_KEY n’a pas la forme d’une clé de récupération (EsT… en groupes de quatre).',
      secretsUnreadable:
        'Matrix : ce compte a déjà des clés de signature croisée, et MATRIX_RECOVERY_KEY n’ouvre pas leur coffre. Je ne démarre pas, pour ne pas les remplacer : indiquez la clé de récupération de ce compte. Si elle est perdue pour de bon, « npx tour matrix recover --new-identity » en refait ; vos partenaires verront un avertissement.',
      otherAccount: (found, wanted) =>
        `Matrix : MATRIX_TOKEN est celui de ${found}, et MATRIX_USER dit ${wanted}. Mettez-les d’accord.`,
      identityRefused: (why) =>
        `Matrix : le serveur refuse les clés de signature croisée (${why}). Indiquez MATRIX_PASSWORD : il les demande avec le mot de passe.`,
    },
  },
  en: {
    introduction: (name) =>
      `Hello, I am ${name}, the bot of Tour de table. Here I only read what begins with “!tour” or with my name, and the threads of the workshops that I open. To talk to me in private, send me a direct message.`,
    unreadable:
      'Your message reached me encrypted with a key that I never received, so I could not read it. Could you send it again?',
    refusals: {
      noCredentials:
        'Matrix: nothing to log in with. Give MATRIX_USER and MATRIX_PASSWORD, or MATRIX_TOKEN, then run "npx tour matrix setup".',
      loginRefused: (why) =>
        `Matrix: the server refuses the log-in (${why}). Check MATRIX_HOMESERVER, MATRIX_USER and MATRIX_PASSWORD.`,
      loggedOut:
        'Matrix: the bot’s device was logged out on the server. Give MATRIX_PASSWORD (or a new MATRIX_TOKEN) and MATRIX_RECOVERY_KEY: a new device takes over at the next start.',
      tokenOfUsedDevice:
        'Matrix: MATRIX_TOKEN belongs to a device whose keys are not here. Give MATRIX_PASSWORD, or the token of a device that was never used.',
      wrongStoreKey:
        'Matrix: MATRIX_STORE_KEY is not the key of this folder. Put back the former one; if it is lost, move DATA_DIR/matrix away and start again: a new device is made and restored by MATRIX_RECOVERY_KEY.',
      noRecoveryKey:
        'Matrix: MATRIX_RECOVERY_KEY is missing. "npx tour matrix setup" makes one, or give that of this account.',
      badRecoveryKey:
        'Matrix: MATRIX_RECOVERY_KEY does not look like a recovery key (EsT… in groups of four).',
      secretsUnreadable:
        'Matrix: this account has cross-signing keys already, and MATRIX_RECOVERY_KEY does not open their vault. I do not start, so as not to replace them: give the recovery key of this account. If it is lost for good, "npx tour matrix recover --new-identity" makes others; your partners will see a warning.',
      otherAccount: (found, wanted) =>
        `Matrix: MATRIX_TOKEN belongs to ${found}, and MATRIX_USER says ${wanted}. Make them agree.`,
      identityRefused: (why) =>
        `Matrix: the server refuses the cross-signing keys (${why}). Give MATRIX_PASSWORD: it wants the password with them.`,
    },
  },
};
