namespace IntegrationHub.Host.Commands;

/// <summary>How far long work is, on one line of a terminal; nothing where no person looks.</summary>
internal sealed class TerminalProgress(string what) : IDisposable
{
    private static readonly bool IsSeen = !Console.IsErrorRedirected;
    private int width;

    public void Show(long done, long of) => Show(of > 0 ? $"{done:N0} of {of:N0} {what}" : $"{done:N0} {what}");

    public void Show(string text)
    {
        if (!IsSeen)
            return;
        Console.Error.Write($"\r{text.PadRight(width)}");
        width = Math.Max(width, text.Length);
    }

    public void Dispose()
    {
        if (IsSeen && width > 0)
            Console.Error.Write($"\r{new string(' ', width)}\r");
    }
}
