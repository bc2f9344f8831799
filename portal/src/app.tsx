import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Caller, isOffice, ROLE_WORDS } from '../../shared/submission/permissions.ts'
import { AgenciesView } from './agencies-view.tsx'
import { apiUrlOf, createApi, lastingFetch } from './api.ts'
import { LazyBoard } from './board/lazy-board.tsx'
import { ClerkView } from './clerk-view.tsx'
import { HeldBar } from './decide/held-bar.tsx'
import { useDesk } from './decide/use-desk.ts'
import { FailureNote } from './failure-note.tsx'
import { ReviewerView } from './reviewer-view.tsx'
import { RollUpView } from './roll-up-view.tsx'
import { AGENCIES_LINK, BOARD_LINK, HOME_LINK, type Route, RULES_LINK, routeOf } from './route.ts'
import { RuleBook } from './rule-book.tsx'
import type { Session, SessionKeeper } from './sign-in/session.ts'
import { HereContext, hereOf, useSession } from './sign-in/use-session.tsx'
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

/** For whoever may not see anything here: on the way to the provider, not signed in, or without a role. */
const Outside = ({ session, keeper }: { session: Session; keeper: SessionKeeper | null }) => {
  if (session.is === 'asked') return <output class="quiet">正在登录……</output>
  if (session.is === 'powerless')
    return (
      <section>
        <h2>没有身份</h2>
        <p>{`${session.name}:您的账号没有填报或审核的身份,请联系管理员。`}</p>
      </section>
    )
  return (
    <section>
      <h2>尚未登录</h2>
      <p>登录后回到您打开的这一页。</p>
      {session.is === 'nobody' && session.failure && <FailureNote failure={session.failure} />}
      <button type="button" onClick={() => void keeper?.signIn()}>
        登录
      </button>
    </section>
  )
}

type MainProps = { readonly token: () => Promise<string>; readonly caller: Caller; readonly route: Route }

const Main = ({ token, caller, route }: MainProps) => {
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

const Person = ({ session, keeper }: { session: Session; keeper: SessionKeeper | null }) => (
  <p class="person">
    {session.is === 'somebody' && `${ROLE_WORDS[session.caller.role]}:${session.name}`}
    {session.is === 'powerless' && session.name}
    <button type="button" onClick={() => void keeper?.signOut()}>
      退出
    </button>
  </p>
)

export const App = () => {
  // First, as it brings the address back to where one was before the sign-in.
  const { session, keeper } = useSession()
  const hash = useHash()
  const caller = session.is === 'somebody' ? session.caller : null
  const here = useMemo(() => (keeper === null ? null : hereOf(session, keeper)), [session, keeper])
  const route = routeOf(hash)
  useEffect(() => {
    document.title = `${PAGE_TITLES[route.page]} - 政府信息公开年报填报系统`
  }, [route.page])
  return (
    <HereContext.Provider value={here}>
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
        {(session.is === 'somebody' || session.is === 'powerless') && <Person session={session} keeper={keeper} />}
      </header>
      <main id="content" tabIndex={-1}>
        {route.page === 'rules' && <RuleBook />}
        {route.page !== 'rules' && caller === null && <Outside session={session} keeper={keeper} />}
        {caller !== null && keeper !== null && <Main token={keeper.token} caller={caller} route={route} />}
      </main>
    </HereContext.Provider>
  )
}
