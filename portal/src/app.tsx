import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { type Caller, isOffice, ROLE_WORDS } from '../../shared/submission/permissions.ts'
import { AgenciesView } from './agencies-view.tsx'
import { apiUrlOf, createApi, lastingFetch } from './api.ts'
import { LazyBoard } from './board/lazy-board.tsx'
import { ClerkView } from './clerk-view.tsx'
import { HeldBar } from './decide/held-bar.tsx'
import { useDesk } from './decide/use-desk.ts'
import { ReviewerView } from './reviewer-view.tsx'
import { RollUpView } from './roll-up-view.tsx'
import { AGENCIES_LINK, BOARD_LINK, HOME_LINK, type Route, RULES_LINK, routeOf } from './route.ts'
import { RuleBook } from './rule-book.tsx'
import { callerIn, forgetToken, takeToken } from './session.ts'
import { SubmissionView } from './submission-view.tsx'
import { useHash } from './use-hash.ts'

const PAGE_TITLES: Record<Route['page'], string> = {
  home: '首页',
  rules: '规则手册',
  board: '报送情况',
  agencies: '单位',
  submission: '提交详情',
  'roll-up': '下级报告汇总',
}

const SignedOut = () => (
  <section>
    <h2>尚未登录</h2>
    <p>请用单位收到的登录地址打开本系统。登录地址中带有身份凭证,请勿转发他人。</p>
  </section>
)

const Main = ({ token, caller, route }: { token: string; caller: Caller; route: Route }) => {
  const api = useMemo(() => createApi(apiUrlOf(window), token), [token])
  const lasting = useMemo(() => createApi(apiUrlOf(window), token, lastingFetch), [token])
  const desk = useDesk(lasting, caller.person)
  const [notice, setNotice] = useState<string | null>(null)
  // A notice tells of the step that led to a submission's page, and goes when that page is left.
  useEffect(() => {
    if (route.page !== 'submission') setNotice(null)
  }, [route.page])
  return (
    <>
      {notice !== null && <output class="notice-line">{notice}</output>}
      {route.page === 'submission' && <SubmissionView key={route.id} api={api} id={route.id} caller={caller} desk={desk} />}
      {route.page === 'board' && <LazyBoard api={api} caller={caller} search={route.search} />}
      {route.page === 'agencies' && <AgenciesView api={api} />}
      {route.page === 'roll-up' && <RollUpView key={route.id} api={api} id={route.id} />}
      {route.page === 'home' &&
        (caller.role === 'clerk' ? <ClerkView api={api} onNotice={setNotice} /> : <ReviewerView api={api} caller={caller} desk={desk} />)}
      <HeldBar desk={desk} />
    </>
  )
}

const Person = ({ caller }: { caller: Caller }) => (
  <p class="person">
    {`${ROLE_WORDS[caller.role]}:${caller.person}`}
    <button
      type="button"
      onClick={() => {
        forgetToken(sessionStorage)
        location.assign(location.pathname)
      }}
    >
      退出
    </button>
  </p>
)

export const App = () => {
  const hash = useHash()
  const token = takeToken(hash, sessionStorage)
  const caller = token === null ? null : callerIn(token)
  const route = routeOf(hash)
  useEffect(() => {
    document.title = `${PAGE_TITLES[route.page]} - 政府信息公开年报填报系统`
  }, [route.page])
  // The token does not stay in the address, where it would be seen, bookmarked and passed on. The address may have moved on since it
  // was read: it is looked at again, so that only one with a token is replaced.
  useLayoutEffect(() => {
    if (location.hash.includes('token=')) history.replaceState(null, '', HOME_LINK)
  }, [hash])
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        跳到正文
      </button>
      <header class="band">
        <h1>
          <a href={HOME_LINK}>政府信息公开年报填报系统</a>
        </h1>
        <nav aria-label="主要页面">
          <a href={HOME_LINK} aria-current={route.page === 'home' ? 'page' : undefined}>
            {caller !== null && isOffice(caller) ? '审核' : '填报'}
          </a>
          {caller !== null && isOffice(caller) && (
            <a href={BOARD_LINK} aria-current={route.page === 'board' ? 'page' : undefined}>
              报送情况
            </a>
          )}
          {caller !== null && isOffice(caller) && (
            <a href={AGENCIES_LINK} aria-current={route.page === 'agencies' || route.page === 'roll-up' ? 'page' : undefined}>
              单位
            </a>
          )}
          <a href={RULES_LINK} aria-current={route.page === 'rules' ? 'page' : undefined}>
            规则手册
          </a>
        </nav>
        {caller !== null && <Person caller={caller} />}
      </header>
      <main id="content" tabIndex={-1}>
        {route.page === 'rules' && <RuleBook />}
        {route.page !== 'rules' && (token === null || caller === null) && <SignedOut />}
        {token !== null && caller !== null && <Main token={token} caller={caller} route={route} />}
      </main>
    </>
  )
}
