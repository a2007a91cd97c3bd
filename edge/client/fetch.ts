import { apiClient } from '@flowviz/contract/screen/api-client'

export { ApiError } from '@flowviz/contract/screen/api-client'

const client = apiClient({
  name: 'The appliance',
  hint: 'Check the network; entries are kept and sent when the box answers.',
  text: /^text\/plain\b/,
  mark: 'x-flowviz',
})

export const configureClient = client.configureClient
// orval counts the parameters of what sends, so that it has to be a function of its own here.
export const appFetch: typeof client.appFetch = (url, init) => client.appFetch(url, init)
