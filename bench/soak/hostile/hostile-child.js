/** A process that reads hostile inputs of one kind after another, as its parent asks, with the memory that the bot's reading thread has. */
import { register } from 'tsx/esm/api';

register();
const { serveHostileInputs } = await import('./serve-inputs.ts');
await serveHostileInputs();
