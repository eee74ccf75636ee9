// What a build makes of the language detector.
export { eld } from 'eld/extrasmall';
