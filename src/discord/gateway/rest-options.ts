import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** How every REST client of ours reaches Discord. */
export function restOptions(apiUrl: string): Partial<RESTOptions> {
  return { api: apiUrl, makeRequest };
}

/**
 * discord.js repeats a request whose connection was reset, but not one whose idle connection the other side closed at
 * that moment, which is the same to us. Repeating does no harm: messages have a nonce, and the rest may happen twice.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (error) {
    const closed = error instanceof Error && 'code' in error && error.code === 'UND_ERR_SOCKET';
    throw closed ? Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNRESET' }) : error;
  }
};
