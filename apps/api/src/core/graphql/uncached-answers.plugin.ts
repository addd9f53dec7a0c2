import type { ApolloServerPlugin } from '@apollo/server';

/**
 * Says that no answer may be kept on the way. Stands for Apollo's cache control, which comes to the same here but asks
 * itself at every field of every answer.
 */
export const uncachedAnswers: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        response.http.headers.set('cache-control', 'no-store');
        return Promise.resolve();
      },
    }),
};
