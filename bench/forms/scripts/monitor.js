// Runs in every page before anything else. Records, for each user event, the time from the event to after the next paint.
;(() => {
  const after = (cb) =>
    requestAnimationFrame(() => {
      const c = new MessageChannel()
      c.port1.onmessage = () => cb(performance.now())
      c.port2.postMessage(0)
    })
  const m = (window.__m = { step: -1, log: [], long: [], inp: [] })
  let keyed = false
  const note = (e, kind) => {
    const r = { step: m.step, kind, ms: -1 },
      t = e.timeStamp
    m.log.push(r)
    after((now) => {
      r.ms = now - t
    })
  }
  addEventListener(
    'keydown',
    (e) => {
      keyed = true
      note(e, e.key === 'Tab' ? 'commit' : 'key')
    },
    true,
  )
  addEventListener(
    'beforeinput',
    (e) => {
      if (!keyed && e.inputType.startsWith('insert')) note(e, 'key')
    },
    true,
  )
  addEventListener(
    'input',
    () => {
      keyed = false
    },
    true,
  )
  addEventListener('pointerdown', (e) => note(e, 'pick'), true)
  addEventListener('click', (e) => note(e, 'pick'), true)
  addEventListener(
    'change',
    (e) => {
      if (e.target.tagName === 'SELECT' || e.target.type === 'date') note(e, 'pick')
    },
    true,
  )
  try {
    new PerformanceObserver((l) => l.getEntries().forEach((x) => m.long.push(Math.round(x.duration)))).observe({ type: 'longtask', buffered: true })
  } catch {}
  try {
    new PerformanceObserver((l) =>
      l.getEntries().forEach((x) => {
        if (x.interactionId) m.inp.push([x.interactionId, x.duration])
      }),
    ).observe({ type: 'event', durationThreshold: 16, buffered: true })
  } catch {}
  m.settled = () => new Promise((r) => after(() => after(r)))
  m.untilReady = () =>
    new Promise((r) => {
      const f = () => {
        let ok = false
        try {
          ok = document.body && __d.ready()
        } catch {}
        if (ok)
          after((t) => {
            m.readyAt = t
            r(t)
          })
        else requestAnimationFrame(f)
      }
      f()
    })
  // from the last press (an engine may ask before it changes anything, then a second press answers) until check() is true and painted
  m.watch = (check, limit = 8000) => {
    m.seen = null
    let t0 = null
    const pressed = (e) => {
      if (!e.isTrusted) return
      const first = t0 === null
      t0 = e.timeStamp
      if (first) requestAnimationFrame(f)
    }
    const f = () => {
      const done = check()
      if (!done && performance.now() - t0 < limit) return requestAnimationFrame(f)
      removeEventListener('click', pressed, true)
      if (!done) m.seen = -1
      else after((t) => { m.seen = t - t0 })
    }
    addEventListener('click', pressed, true)
  }
  m.watchErrors = (quiet = 700) => {
    m.seen = null
    addEventListener(
      'click',
      (e) => {
        const t0 = e.timeStamp
        let last = '',
          lastAt = null
        const f = () => {
          const s = __d.errors().join()
          if (s !== last) {
            last = s
            after((t) => {
              lastAt = t
            })
          }
          const since = performance.now() - (lastAt ?? t0)
          if ((lastAt !== null && since > quiet) || since > 6000) m.seen = lastAt === null ? -1 : lastAt - t0
          else requestAnimationFrame(f)
        }
        requestAnimationFrame(f)
      },
      { capture: true, once: true },
    )
  }
})()
