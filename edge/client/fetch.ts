import { apiClient } from '@flowviz/contract/screen/api-client'

export { ApiError } from '@flowviz/contract/screen/api-client'

export const { configureClient, appFetch } = apiClient({
  name: 'The appliance',
  hint: 'Check the network; entries are kept and sent when the box answers.',
  text: /^text\/plain\b/,
})
