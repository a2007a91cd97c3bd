import { expect, test } from 'vitest'
import { startPlant } from '../testing/plant.ts'

test('the page of the API and its files are there for everybody, and no other file is', async () => {
  const plant = await startPlant()
  const page = await plant.ask(null, '/api/docs')
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  const named = [...(await page.text()).matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path!)
  expect(named).toHaveLength(3)
  for (const path of named) {
    const file = await plant.ask(null, path)
    expect([path, file.status, file.headers.get('content-type')]).toEqual([
      path,
      200,
      expect.stringMatching(/^text\/(css|javascript)/),
    ])
    expect((await file.text()).length).toBeGreaterThan(100)
  }
  for (const name of ['package.json', 'oauth2-redirect.html', '__proto__', '..%2fpackage.json'])
    expect([name, (await plant.ask(null, `/api/docs/${name}`)).status]).toEqual([name, 404])
})
