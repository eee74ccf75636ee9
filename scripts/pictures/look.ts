/** How a picture is taken: in which colours, and on how wide a screen. */
export interface Look {
  readonly name: string;
  readonly theme: Theme;
  /** In CSS pixels. */
  readonly width: number;
}

type Theme = Readonly<
  Record<
    | 'page'
    | 'text'
    | 'strong'
    | 'muted'
    | 'link'
    | 'card'
    | 'edge'
    | 'quote'
    | 'button'
    | 'buttonText'
    | 'mention'
    | 'mentionText',
    string
  >
>;

const DARK: Theme = {
  page: '#313338',
  text: '#dbdee1',
  strong: '#f2f3f5',
  muted: '#a3a6ad',
  link: '#00a8fc',
  card: '#2b2d31',
  edge: '#3f4147',
  quote: '#4e5058',
  button: '#4e5058',
  buttonText: '#ffffff',
  mention: '#3c4270',
  mentionText: '#c9cdfb',
};

const LIGHT: Theme = {
  page: '#ffffff',
  text: '#313338',
  strong: '#060607',
  muted: '#5c5e66',
  link: '#006ce7',
  card: '#f8f9fa',
  edge: '#dcdde0',
  quote: '#c4c9ce',
  button: '#e3e5e8',
  buttonText: '#2e3338',
  mention: '#e6e8fd',
  mentionText: '#4752c4',
};

const DESKTOP = 700;
const PHONE = 390;

export const LOOKS: readonly Look[] = [
  { name: 'desktop-dark', theme: DARK, width: DESKTOP },
  { name: 'desktop-light', theme: LIGHT, width: DESKTOP },
  { name: 'phone-dark', theme: DARK, width: PHONE },
  { name: 'phone-light', theme: LIGHT, width: PHONE },
];
