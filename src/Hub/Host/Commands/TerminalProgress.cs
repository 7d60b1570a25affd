using System.Diagnostics;
using IntegrationHub.Storage.Backup;

namespace IntegrationHub.Host.Commands;

/// <summary>How far long work is, on one line of a terminal; nothing where no person looks.</summary>
internal sealed class TerminalProgress(string what) : IDisposable
{
    private static readonly bool IsSeen = !Console.IsErrorRedirected;
    private int width;
    private long shownAt;

    public void Show(long done, long of) => Show(of > 0 ? $"{done:N0} of {of:N0} {what}" : $"{done:N0} {what}");

    public void Show(BackupProgress at)
    {
        // Told for every piece of a stream: a terminal needs to know four times a second.
        if (!IsSeen || (at.Done != at.Of && Stopwatch.GetElapsedTime(shownAt) < TimeSpan.FromMilliseconds(250)))
            return;
        shownAt = Stopwatch.GetTimestamp();
        Show(at.Of > 0 ? $"{at.Part}: {at.Done:N0} of {at.Of:N0} {at.Unit}" : $"{at.Part}: {at.Done:N0} {at.Unit}");
    }

    private void Show(string text)
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
