'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** Tells the windows of a test that it failed, while they still show why. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') await this.global.picturesOfFailure?.(event.test.name);
  }
};
