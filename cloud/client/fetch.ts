import { apiClient } from '@flowviz/contract/screen/api-client'

export { ApiError } from '@flowviz/contract/screen/api-client'

export const { configureClient, appFetch } = apiClient({
  name: 'Headquarters',
  hint: 'Check the network and the address of headquarters; the plants work on without it.',
  text: /^(?:text\/plain|application\/x-ndjson)\b/,
})
