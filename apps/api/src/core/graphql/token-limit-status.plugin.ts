import type { ApolloServerPlugin } from '@apollo/server';

/** The token limit throws while parsing, which Apollo answers with 500: it is the caller's fault, so 400. */
export const tokenLimitStatus: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, errors }) => {
        const isLimit = errors?.some((error) => /limit of \d+ .*exceeded/i.test(error.message)) ?? false;
        if (isLimit) response.http.status = 400;
        return Promise.resolve();
      },
    }),
};
