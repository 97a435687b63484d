// Two collections at a time: the browser's and one that works over HTTP alone.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
