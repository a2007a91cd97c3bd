import t from 'tap'
import { openBrowser } from './harness/browser.ts'
import { ownFolder, ownPlant } from './harness/house.ts'

interface Document {
  paths: Record<string, Record<string, { operationId: string; tags: string[] }>>
}

t.test('the API is read and tried in a browser that reaches the appliance and nothing else', async t => {
  const plant = await ownPlant(t, ownFolder(t), { devices: () => [] })
  await plant.edge.start()
  const openWindow = await openBrowser(t)
  const { page, errors, origins } = await openWindow(1_280, 900)
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })

  const answer = await page.goto(`${plant.url}/api/docs`)
  t.match(answer?.headers()['content-security-policy'], "default-src 'self'", 'as strict as every other page')
  await page.locator('.opblock-tag').first().waitFor()
  const { paths } = (await (await fetch(`${plant.url}/api/openapi.json`)).json()) as Document
  const operations = Object.values(paths).flatMap(methods => Object.values(methods))
  t.ok(operations.length > 100)
  const tags = new Set(operations.flatMap(operation => operation.tags))
  t.same((await page.locator('.opblock-tag').allInnerTexts()).map(text => text.trim()).sort(), [...tags].sort())

  // The page draws what is in sight: a chapter is opened, and what it holds is there.
  await page.locator('#operations-tag-lot').click()
  await page.locator('#operations-lot-registerLot .opblock-summary-control').click()
  await page.locator('#operations-lot-registerLot').getByText('lot_type').first().waitFor()
  await page.locator('#operations-lot-registerLot .opblock-summary-control').click()
  await page.locator('#operations-tag-lot').click()
  await page.locator('#operations-tag-box').click()
  const health = page.locator('#operations-box-health')
  await health.locator('.opblock-summary-control').click()
  await health.getByRole('button', { name: 'Try it out' }).click()
  await health.getByRole('button', { name: 'Execute' }).click()
  await health.locator('.live-responses-table').getByText('200', { exact: true }).waitFor()

  if (process.env.FLOWVIZ_PICTURE !== undefined)
    await page.screenshot({ path: process.env.FLOWVIZ_PICTURE, fullPage: false })
  t.strictSame([...origins], [new URL(plant.url).origin], 'nobody else was asked for anything')
  t.strictSame(errors, [])
  t.strictSame(complaints, [])
})
