// @ts-check
// What core hears of other pages and of this one's coming and going.
mergeInto(LibraryManager.library, {
  $StoreLife__deps: ['$StoreIdb', '$StoreTabs', '$StoreCopy'],
  $StoreLife: {
    listen: function () {
      StoreTabs.onSaved = function () { _cohoi_on_store_changed(Store.self); };
      StoreTabs.mayYield = function () { return _cohoi_store_may_yield(Store.self) !== 0; };
      StoreTabs.onRole = function (role) {
        const tell = function () { _cohoi_on_store_role(Store.self, role === 'writer' ? 1 : 0); };
        if (role === 'writer') StoreIdb.beginWriting().then(tell, tell);
        else tell();
        // The copy belongs to who writes.
        StoreCopy.head = -1;
      };
      document.addEventListener('visibilitychange', function () {
        if (document.visibilityState === 'hidden') _cohoi_on_store_hiding(Store.self, 0);
      });
      window.addEventListener('pagehide', function () {
        _cohoi_on_store_hiding(Store.self, 1);
        if (StoreTabs.role !== 'writer') return;
        StoreIdb.endWriting();
        StoreTabs.post('gone');
      });
      // Back from the browser's page cache, the claim and the mark are gone: start anew.
      window.addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });
      window.addEventListener('beforeunload', function (event) {
        if (_cohoi_store_all_saved(Store.self)) return;
        event.preventDefault();
        event.returnValue = '';
      });
    },
  },
});
