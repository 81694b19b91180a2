export default {
  customScripts: ['scripts/chancery/login.js', 'scripts/chancery/plugin.js'],
  disableWelcomeMessage: true
};
