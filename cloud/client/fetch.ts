import { apiClient } from '@flowviz/contract/screen/api-client'

export { ApiError } from '@flowviz/contract/screen/api-client'

const client = apiClient({
  name: 'Headquarters',
  hint: 'Check the network and the address of headquarters; the plants work on without it.',
  text: /^(?:text\/plain|application\/x-ndjson)\b/,
})

export const configureClient = client.configureClient
// orval counts the parameters of what sends, so that it has to be a function of its own here.
export const appFetch: typeof client.appFetch = (url, init) => client.appFetch(url, init)
