// What every script asks of the page and of the browser's memory.

/**
 * The element that the build has put into `root` under `selector`.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function one(root, selector) {
  const found = root.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new Error(`no ${selector}`);
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
export function all(root, selector) {
  return root.querySelectorAll(selector);
}

/**
 * What the build has written into the attribute `data-name` of `element`.
 * @param {HTMLElement} element
 * @param {string} name
 */
export function given(element, name) {
  return element.dataset[name] ?? "";
}

/**
 * What this browser keeps under `key`; nothing if it refuses storage.
 * @param {string} key
 */
export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keep `text` in this browser, or nothing; whether the browser allows it.
 * @param {string} key
 * @param {string | null} text
 */
export function keep(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
