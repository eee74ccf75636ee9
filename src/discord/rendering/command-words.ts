/** The words for something in other languages. A language that is left out shows the English ones. */
export interface Words {
  readonly de?: string;
  readonly fr?: string;
  readonly es?: string;
}

export interface CommandWords {
  readonly name?: Words;
  readonly description?: Words;
}

/**
 * The names and descriptions of commands in other languages, by the path of a command or option in English.
 * A name without settled wording ("digest") stays English, as do the commands of managers and of the operator.
 * No native speaker has read these words yet.
 */
export const COMMAND_WORDS: Readonly<Record<string, CommandWords>> = {
  ask: {
    name: { de: 'fragen', fr: 'demander', es: 'preguntar' },
    description: {
      de: 'Stelle eine Frage zu den Nachrichten; die Antwort besteht aus Zitaten aus Artikeln',
      fr: 'Posez une question sur l’actualité ; la réponse est faite de citations d’articles',
      es: 'Haz una pregunta sobre las noticias; la respuesta son citas de artículos',
    },
  },
  'ask question': {
    name: { de: 'frage', fr: 'question', es: 'pregunta' },
    description: {
      de: 'Zum Beispiel: how many troops are in Iraq?',
      fr: 'Par exemple : how many troops are in Iraq?',
      es: 'Por ejemplo: how many troops are in Iraq?',
    },
  },
  'ask private': {
    name: { de: 'privat', fr: 'privé', es: 'privado' },
    description: {
      de: 'Nur du siehst die Antwort',
      fr: 'Les autres ne voient pas la réponse',
      es: 'Solo tú ves la respuesta',
    },
  },
  source: {
    name: { de: 'quelle', es: 'fuente' },
    description: {
      de: 'Suche einen Artikel; ohne Suchwörter erscheinen die neuesten',
      fr: 'Cherchez un article ; sans mot-clé, les plus récents',
      es: 'Busca un artículo; si no escribes nada, los más recientes',
    },
  },
  'source source': {
    name: { de: 'quelle', es: 'fuente' },
    description: {
      de: 'Was du davon noch weißt: Titel, Zeitung, Datum oder Inhalt',
      fr: 'Ce dont vous vous souvenez : titre, journal, date ou contenu',
      es: 'Lo que recuerdes: título, periódico, fecha o contenido',
    },
  },
  'source private': {
    name: { de: 'privat', fr: 'privé', es: 'privado' },
    description: {
      de: 'Nur du siehst die Antwort',
      fr: 'Les autres ne voient pas la réponse',
      es: 'Solo tú ves la respuesta',
    },
  },
  help: {
    name: { de: 'hilfe', fr: 'aide', es: 'ayuda' },
    description: {
      de: 'Wie du fragst und was es sonst noch gibt',
      fr: 'Comment poser une question, et les autres commandes',
      es: 'Cómo preguntar y qué más hay',
    },
  },
  about: {
    description: {
      de: 'Was dieser Bot ist, was er enthält und wie du fragst',
      fr: 'Ce qu’est ce bot, ce qu’il contient et comment poser une question',
      es: 'Qué es este bot, qué contiene y cómo preguntar',
    },
  },
  privacy: {
    name: { de: 'datenschutz', fr: 'confidentialité', es: 'privacidad' },
    description: {
      de: 'Was dieser Bot speichert, wie lange und wie du es löschst',
      fr: 'Ce que ce bot conserve, pendant combien de temps et comment le supprimer',
      es: 'Qué guarda este bot, durante cuánto tiempo y cómo borrarlo',
    },
  },
  'Find sources': { name: { fr: 'Trouver des sources' } },
};
