using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Doors;

namespace IntegrationHub.Host.Tests.Doors;

public sealed class TheCallersOfAConfiguration : IDisposable
{
    private static readonly string Key = CallerKey.New();
    private static readonly string Hash = Convert.ToHexStringLower(CallerKey.HashOf(Key));
    private readonly string folder = Directory.CreateTempSubdirectory("hub-callers-").FullName;

    [Fact]
    public void Are_read_and_found_by_their_key()
    {
        var callers = Read($$"""{ "id": "uz-gent", "sources": [ "uz-gent" ], "may": [ "push" ], "keys": [ { "sha256": "{{Hash}}", "until": "2026-12-31" } ] }""").Callers;

        var caller = callers!.ShouldHaveSingleItem();
        caller.ShouldSatisfyAllConditions(
            () => caller.Id.ShouldBe("uz-gent"),
            () => caller.May.ShouldBe([CallerRight.Push]),
            () => caller.Keys.ShouldHaveSingleItem().Until.ShouldBe(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(1))));
        var set = new CallerSet(callers!);
        set.Find($"Bearer {Key}", Second(-1)).ShouldBe((caller, null));
        set.Find($"bearer  {Key}", Second(-1)).ShouldBe((caller, null));
        set.Find($"Bearer {Key}", Second(0)).ShouldBe((caller, RefusalKind.KeyEnded), "its last day is over");

        static DateTimeOffset Second(int second) => new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero).AddSeconds(second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("Bearer hub_")]
    [InlineData("Basic aHViOmh1Yg==")]
    [InlineData("Bearer hub_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI")]
    [InlineData("Bearer hub_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw!!!")]
    public void Are_found_by_nothing_else(string header)
    {
        var set = new CallerSet([new Caller("uz-gent", new HashSet<string>(), new HashSet<CallerRight>(), [new CallerKey(CallerKey.HashOf(Key), null)])]);

        set.Find(header, DateTimeOffset.UnixEpoch).Caller.ShouldBeNull();
        set.Find($"Bearer {Key}x", DateTimeOffset.UnixEpoch).Caller.ShouldBeNull();
        set.Find($"Bearer {Key[..^1]}", DateTimeOffset.UnixEpoch).Caller.ShouldBeNull();
        set.Find(Key, DateTimeOffset.UnixEpoch).Caller.ShouldBeNull();
        set.Find($"Bearer {Hash}", DateTimeOffset.UnixEpoch).Caller.ShouldBeNull("the hash in hub.json opens nothing");
    }

    [Fact]
    public void With_several_mistakes_tell_them_all_and_never_what_stands_in_the_place_of_a_hash()
    {
        var errors = Read($$"""
            { "id": "uz-gent", "sources": [ "nowhere" ], "may": [ "push" ], "keys": [ { "sha256": "{{Key}}" } ] },
            { "id": "uz-gent", "may": [ "push", "everything" ], "keys": [ { "sha256": "hunter2", "until": "tomorrow" }, { "key": "hunter3" } ] },
            { "id": "third", "sources": [ "uz-gent" ], "may": [ "monitor" ], "keys": [ { "sha256": "{{Hash}}" }, { "sha256": "{{Hash}}" } ] },
            { "id": "fourth" }
            """).Errors;

        errors.ShouldBe(
            [
                "hub.json: callers[0].sources[0]: 'nowhere' is no source in hub.json.",
                "hub.json: callers[0].keys[0].sha256: holds a key itself, which is not for a file. Give that one up: say 'hub callers new-key', hand the caller the new key, and put its hash here.",
                "hub.json: callers[1].id: 'uz-gent' is used twice. Give each its own id; one caller may have several keys.",
                "hub.json: callers[1].may[1]: expected one of: push, administer, monitor.",
                "hub.json: callers[1].sources: is missing. Name the sources that this caller may push to.",
                "hub.json: callers[1].keys[0].until: expected the last day, as 2026-12-31, or a time, as 2026-12-31T18:00:00+01:00.",
                "hub.json: callers[1].keys[0].sha256: expected the 64 hexadecimal digits that 'hub callers new-key' shows.",
                "hub.json: callers[1].keys[1].key: is not an option here. Remove it, or use one of: sha256, until.",
                "hub.json: callers[1].keys[1].sha256: is missing. Expected the hash that 'hub callers new-key' shows.",
                "hub.json: callers[2].may: does not hold push, and only who may push needs sources. Add it, or remove the sources.",
                "hub.json: callers[2].keys[1].sha256: is here twice. Every caller has keys of its own, or nobody can tell them apart.",
                "hub.json: callers[3].may: is missing. Expected a list of: push, administer, monitor.",
            ],
            ignoreOrder: true);
        string.Join(' ', errors).ShouldNotContain(Key);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (IReadOnlyList<Caller>? Callers, IReadOnlyList<string> Errors) Read(string callers)
    {
        File.WriteAllText(Path.Combine(folder, "hub.json"), $$"""{ "sources": [ { "id": "uz-gent", "adapter": "hospital" } ], "destinations": [ { "id": "screen", "adapter": "console" } ], "callers": [ {{callers}} ] }""");
        File.WriteAllText(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""");
        File.WriteAllText(Path.Combine(folder, "authorisations.json"), "{}");
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        return (configuration?.Callers, errors);
    }
}
