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
    return await DefaultRestOptions.makeRequest(url, await withEncodedForm(init));
  } catch (error) {
    const closed = error instanceof Error && 'code' in error && error.code === 'UND_ERR_SOCKET';
    throw closed ? Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNRESET' }) : error;
  }
};

type Init = Parameters<RESTOptions['makeRequest']>[1];

/**
 * Encodes a form, which is how files are sent. discord.js leaves that to its copy of undici, which shares a dispatcher with
 * any other copy in the process: if that one came first, it does not know the form for one.
 */
async function withEncodedForm(init: Init): Promise<Init> {
  const { body } = init;
  if (!(body instanceof FormData)) return init;
  const encoded = new Response(body);
  const type = encoded.headers.get('content-type') ?? '';
  return {
    ...init,
    // discord.js gives its headers as a plain object.
    headers: { ...init.headers, 'content-type': type },
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}
