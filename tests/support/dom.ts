import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// A screen's code is loaded on first use. On a busy machine that takes longer than the default second.
configure({ asyncUtilTimeout: 10_000 })

// jsdom has no modal dialogs. These stand-ins open and close, which is all the tests need.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
  this.querySelector<HTMLElement>('[autofocus]')?.focus()
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}

// jsdom has no layout either, so scrolling does nothing.
Element.prototype.scrollIntoView = () => {}
window.scrollTo = () => {}
Object.defineProperty(document, 'scrollingElement', { configurable: true, get: () => document.documentElement })
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// jsdom draws no pictures; an address is enough.
URL.createObjectURL ??= () => 'blob:photo'
URL.revokeObjectURL ??= () => {}
