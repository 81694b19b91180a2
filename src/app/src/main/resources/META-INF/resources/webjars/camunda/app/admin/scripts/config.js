export default {
  customScripts: ['../cockpit/scripts/chancery/login.js'],
  disableWelcomeMessage: true
};
