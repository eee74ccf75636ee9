import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** Options shared by all our REST clients. */
export function restOptions(apiUrl: string): Partial<RESTOptions> {
  return { api: apiUrl, makeRequest };
}

/**
 * Repeats a request whose idle connection Discord closed at that moment. discord.js repeats one whose
 * connection was reset, but not this case, which is the same to us. Repeating is harmless: messages have a
 * nonce, and everything else may happen twice.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (error) {
    const closed = error instanceof Error && 'code' in error && error.code === 'UND_ERR_SOCKET';
    throw closed ? Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNRESET' }) : error;
  }
};
