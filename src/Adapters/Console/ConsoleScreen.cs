using System.Runtime.CompilerServices;

namespace IntegrationHub.Adapters.Console;

/// <summary>What one screen has shown. A delivery may come again when the hub is not sure that it was made; a person must see it once. A hub that was restarted has another screen.</summary>
internal sealed class ConsoleScreen
{
    private const int MostRemembered = 10_000;

    private static readonly ConditionalWeakTable<TextWriter, ConsoleScreen> Screens = [];

    private readonly HashSet<Guid> shown = [];
    private readonly Queue<Guid> order = new();

    /// <summary>The screen behind a writer: the same for every instance that prints on it.</summary>
    public static ConsoleScreen Of(TextWriter output) => Screens.GetValue(output, _ => new());

    public bool HasShown(Guid delivery)
    {
        lock (shown)
            return shown.Contains(delivery);
    }

    public void Remember(Guid delivery)
    {
        lock (shown)
        {
            if (shown.Add(delivery))
                order.Enqueue(delivery);
            if (order.Count > MostRemembered)
                shown.Remove(order.Dequeue());
        }
    }
}
