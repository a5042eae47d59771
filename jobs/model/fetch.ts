const mostBytes = 4 * 1024 * 1024;

/** What came back was longer than any answer that was asked for. */
class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

const limited = (body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
  let read = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        read += chunk.byteLength;
        if (read > mostBytes) controller.error(new AnswerTooLong());
        else controller.enqueue(chunk);
      },
    }),
  );
};

/**
 * Reaches the one address that was configured and no other: what a prompt holds must not follow a redirection. An answer without end
 * is cut off.
 */
export const modelFetch: typeof globalThis.fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  return response.body
    ? new Response(limited(response.body), { status: response.status, headers: response.headers })
    : response;
};
