namespace IntegrationHub.Host.Tests;

/// <summary>Time that goes on when the test says so: two seconds at a step, and whoever waits for a second or less is woken.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly List<Alarm> alarms = [];
    private long seconds;

    public override long TimestampFrequency => 1;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (alarms)
                return alarms.Count;
        }
    }

    public override long GetTimestamp() => Interlocked.Read(ref seconds);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        if (dueTime <= TimeSpan.FromSeconds(1))
        {
            lock (alarms)
                alarms.Add(alarm);
        }

        return alarm;
    }

    public void Step()
    {
        Interlocked.Add(ref seconds, 2);
        List<Alarm> due;
        lock (alarms)
        {
            due = [.. alarms];
            alarms.Clear();
        }

        due.ForEach(alarm => alarm.Ring());
    }

    private sealed class Alarm(SteppedTime time, Action ring) : ITimer
    {
        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (time.alarms)
                time.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
