import { say } from './words.ts'

/** Why this tablet cannot work without the appliance yet: a browser keeps keys and a worker only on a secure page. */
export function InsecureNotice() {
  return (
    <section class="notice insecure" data-tone="warn" aria-labelledby="insecure">
      <h2 id="insecure">{say('insecure_title')}</h2>
      <p>{say('insecure_text')}</p>
      <ol>
        <li>
          {say('insecure_ca')} <a href="/ca" target="_blank" rel="noreferrer">{`${location.host}/ca`}</a>
        </li>
        <li>
          {say('insecure_open')} <b>{`https://${location.hostname}`}</b>
        </li>
      </ol>
    </section>
  )
}
