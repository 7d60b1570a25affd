using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Erasure;

namespace IntegrationHub.Host.Tests.Erasure;

public sealed class TheListOfErasures : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("hub-erasures-").FullName;

    private ErasureList List => new(Path.Combine(folder, "data", "audit.head.erasures"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Keeps_each_in_its_order_and_only_its_account_reads_it()
    {
        List.Read().ShouldBeEmpty();
        var (one, other) = (CitizenRef.New(), CitizenRef.New());
        List.Add(new ListedErasure(At, [one, other]));
        List.Add(new ListedErasure(At.AddHours(1), []));

        var read = List.Read();

        read.Select(erasure => erasure.At).ShouldBe([At, At.AddHours(1)]);
        read[0].References.ShouldBe([one, other]);
        read[1].References.ShouldBeEmpty();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(List.Location).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Is_for_the_account_of_the_hub_when_root_begins_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can make what is another account's.");
        using (var chown = System.Diagnostics.Process.Start("chown", ["61234:61234", folder]))
            chown.WaitForExit();

        List.Add(new ListedErasure(At, []));

        FileOwner.Of(List.Location).ShouldBe((61234u, 61234u));
        FileOwner.Of(Path.GetDirectoryName(List.Location)!).ShouldBe((61234u, 61234u));
    }

    [Fact]
    public void Names_a_line_that_was_cut_short_and_loses_none_after_it()
    {
        List.Add(new ListedErasure(At, [CitizenRef.New()]));
        File.AppendAllText(List.Location, "{\"at\":\"2026-11");
        List.Add(new ListedErasure(At, [CitizenRef.New()]));

        Should.Throw<PermanentFailureException>(() => List.Read()).Message.ShouldContain("line 2: is not an erasure");
        var lines = File.ReadAllLines(List.Location);
        File.WriteAllLines(List.Location, [lines[0], lines[2]]);
        List.Read().Count.ShouldBe(2);
    }

    [Fact]
    public void That_cannot_be_written_says_what_to_do()
    {
        Directory.CreateDirectory(List.Location);

        Should.Throw<PermanentFailureException>(() => List.Add(new ListedErasure(At, []))).Message.ShouldContain("set audit.head in hub.json");
    }
}
