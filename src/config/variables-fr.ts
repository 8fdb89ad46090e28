/** What is said in French of each variable: what it is for, and what it may be. Read it aloud. */
import type { VARIABLES } from './variables.ts';

export const ABOUT_FR: Readonly<Record<keyof typeof VARIABLES, string>> = {
  DATABASE_URL:
    'PostgreSQL 15 ou plus récent, postgresql://compte:motdepasse@serveur/base. Vide : la base embarquée de DATA_DIR.',
  DATA_DIR:
    'Le dossier de la base embarquée, de ses sauvegardes et du registre des effacements. À un seul processus.',
  CONSULTATION: 'Le dossier de la consultation à charger au démarrage.',
  INTERFACE_LANG: 'La langue de la ligne de commande, et de ce qu’on dit aux inconnus : fr ou en.',
  HOST: 'Où la page écoute. Gardez 127.0.0.1 et mettez devant elle un serveur web en HTTPS.',
  PORT: 'Le port de la page, de 0 à 65535.',
  PUBLIC_URL:
    'L’adresse que les gens ouvrent, https://consultation.example.org, sans chemin : les liens personnels commencent par elle. Vide : http://HOST:PORT.',
  WEB_SECRET:
    'Signe les liens personnels et les visites, 32 caractères au moins ; un autre les annule tous. Vide : fait au premier démarrage et gardé dans DATA_DIR (le même pour tous, si plusieurs processus servent la page).',
  SMTP_URL:
    'Le serveur d’e-mail, pour les personnes de la page qui ont une adresse : smtp://compte:motdepasse@serveur:587 (STARTTLS) ou smtps://…:465, les caractères spéciaux comme %40. file:lettres les écrit dans ce dossier, pour les regarder. Vide : aucun e-mail ne part. « npx tour mail test ADRESSE » l’essaie.',
  MAIL_FROM:
    'De qui viennent les e-mails : plan@example.org (signé du nom de qui consulte), ou Plan ESS <plan@example.org>. Nécessaire avec SMTP_URL.',
  MAIL_REPLY_TO:
    'Où l’équipe lit les réponses aux e-mails, equipe@example.org ; les e-mails le disent alors. Vide : ils disent que personne ne lit les réponses.',
  MAIL_PER_MINUTE:
    'E-mails par minute au plus, pour chaque processus, de 1 à 6000 : les serveurs d’e-mail ont des limites.',
  SMTP_WITHOUT_TLS:
    'yes : laisse les e-mails, avec leurs liens personnels, et le mot de passe passer en clair, vers un serveur qui ne sait pas mieux. Sinon no.',
  SLACK_BOT_TOKEN:
    'Le jeton du robot dans Slack, xoxb-… (plusieurs, un par espace, entre virgules). Vide : pas de Slack. « npx tour check » l’essaie. L’application se fait à partir de adapters/slack/manifest.yaml.',
  SLACK_SIGNING_SECRET:
    'Ce à quoi on reconnaît les requêtes de Slack, là où il joint le robot en HTTPS. Celui-ci, ou SLACK_APP_TOKEN.',
  SLACK_APP_TOKEN:
    'Pour le « Socket Mode », xapp-… : le robot se connecte à Slack, et n’a pas besoin d’adresse publique.',
  SLACK_PORT:
    'Où arrivent les requêtes de Slack, sur HOST, de 0 à 65535 : le serveur web en HTTPS y envoie /slack/events.',
  SLACK_API_URL: 'L’adresse de Slack, https://…/api/ ; https://slack-gov.com/api/ pour GovSlack.',
  MATRIX_HOMESERVER:
    'Le serveur du compte du robot dans Matrix, https://matrix.example.org. Vide : pas de Matrix. « npx tour matrix setup » guide pour le reste.',
  MATRIX_USER: 'Le compte du robot, @tour:example.org : le sien, que personne d’autre n’utilise.',
  MATRIX_PASSWORD:
    'Son mot de passe, pour la première connexion, et pour un nouvel appareil si les clés de DATA_DIR se perdent. Il se connecte une fois, pas à chaque démarrage.',
  MATRIX_TOKEN:
    'Au lieu d’un mot de passe : le jeton d’un appareil qui n’a jamais servi. Sans mot de passe, un appareil perdu demande un autre jeton.',
  MATRIX_REGISTRATION_TOKEN:
    'Inscrit MATRIX_USER avec MATRIX_PASSWORD au premier démarrage, sur un serveur qui donne de tels jetons.',
  MATRIX_STORE_KEY:
    'Scelle les clés du compte dans DATA_DIR/matrix, 32 caractères au moins. « npx tour matrix setup » en fait une ; gardez-la aussi longtemps que ce dossier.',
  MATRIX_RECOVERY_KEY:
    'La clé de récupération du compte, EsT… par groupes de quatre : elle rétablit un nouvel appareil. « npx tour matrix setup » en fait une ; gardez-en une copie ailleurs.',
  MATRIX_INVITERS:
    'Qui peut inviter le robot dans une conversation, en plus des personnes des consultations : @claire:example.net, *:example.org pour tout un serveur, * pour tout le monde ; entre virgules.',
  LOG_LEVEL: 'debug, info, warn, error ou silent. Aucun niveau ne consigne ce que les gens ont écrit.',
};
