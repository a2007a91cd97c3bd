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

/** The same in one line, on every screen: work goes on while the appliance answers. */
export function InsecureBar() {
  return (
    <p class="session-bar" data-tone="warn" role="status">
      <b>{say('insecure_title')}</b>
      <span>{say('insecure_bar')}</span>
      <a class="button" href="/enrol">
        {say('insecure_how')}
      </a>
    </p>
  )
}
