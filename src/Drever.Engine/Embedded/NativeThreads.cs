using System.Collections.Concurrent;

namespace Drever.Engine.Embedded;

/// <summary>A bounded set of threads of their own for calls that block in the library, so that the thread pool never waits there.</summary>
internal sealed class NativeThreads : TaskScheduler, IDisposable
{
    /// <summary>The library parses and analyses a query on the calling thread, by recursion, and itself refuses what nests too deep.</summary>
    private const int StackBytes = 16 << 20;

    private readonly BlockingCollection<Task> _work = [];
    private readonly Thread[] _threads;

    public NativeThreads(int count, string name)
    {
        _threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            _threads[i] = new Thread(Work, StackBytes) { IsBackground = true, Name = name };
            _threads[i].Start();
        }
    }

    public override int MaximumConcurrencyLevel => _threads.Length;

    public Task<T> Run<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    public Task Run(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    /// <summary>Waits for the work that was given; takes no more.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
        _work.Dispose();
    }

    protected override void QueueTask(Task task) => _work.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _work;

    private void Work()
    {
        foreach (var task in _work.GetConsumingEnumerable())
            TryExecuteTask(task);
    }
}
