using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Tests.Admin;

public sealed class WhoMayDoWhat : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-administrators-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Is_what_hub_json_says_of_her_account_and_nothing_else()
    {
        var administrators = new Administrators(Read("""[ { "user": "an.peeters", "may": [ "open-quarantine", "erase" ] }, { "user": "root", "may": [ "restore" ] } ]""").Administrators!, "an.peeters");

        administrators.Require(Permission.OpenQuarantine).ShouldBe("administrator:an.peeters");
        administrators.Require(Permission.Erase).ShouldBe("administrator:an.peeters");
        Should.Throw<PermanentFailureException>(() => administrators.Require(Permission.Restore)).Message.ShouldBe(
            """The account 'an.peeters' may not do this: it needs the permission 'restore'. Who may change hub.json adds it there: "administrators": [ { "user": "an.peeters", "may": ["restore"] } ].""");
    }

    [Fact]
    public void Is_nothing_where_nothing_is_said()
    {
        foreach (var permission in Enum.GetValues<Permission>())
            Should.Throw<PermanentFailureException>(() => new Administrators(Read("[]").Administrators!).Require(permission));
    }

    [Fact]
    public void Is_asked_of_the_account_that_runs_the_command()
    {
        var user = new Administrators([]).Actor["administrator:".Length..];

        user.ShouldNotBeEmpty();
        new Administrators([new Administrator(user, new HashSet<Permission> { Permission.Erase })]).Require(Permission.Erase).ShouldBe($"administrator:{user}");
    }

    [Fact]
    public void Belongs_to_no_account_without_a_name() =>
        Should.Throw<PermanentFailureException>(() => new Administrators([new Administrator("", new HashSet<Permission> { Permission.Erase })], "").Require(Permission.Erase)).Message.ShouldContain("has no name");

    [Fact]
    public void Is_told_with_every_mistake_and_its_place() =>
        Read("""[ { "user": "an", "may": [ "erase", "delete" ] }, { "may": [ "erase" ] }, { "user": "an", "name": "x" } ]""").Errors.ShouldBe(
            [
                "hub.json: administrators[0].may[1]: 'delete' is no permission. Known: open-quarantine, export-quarantine, discard-quarantine, erase, read-audit, export-audit, rotate-keys, restore.",
                "hub.json: administrators[1].user: is missing. Expected the name of an account on this machine.",
                "hub.json: administrators[2].name: is not an option here. Remove it, or use one of: user, may.",
                "hub.json: administrators[2].user: 'an' is there twice. Put everything that an account may in one place.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Is_nothing_that_the_environment_of_a_command_can_say()
    {
        var given = new Dictionary<string, string?> { ["administrators:0:user"] = "eve", ["administrators:0:may:0"] = "erase" };

        Read("[]", given).Errors.ShouldBe(["hub.json: administrators: cannot be set by an environment variable. Write them in hub.json."]);
        Read("""[ { "user": "an", "may": [ "erase" ] } ]""", new() { ["administrators:0:user"] = "eve" }).Errors.Count.ShouldBe(1);
    }

    private (IReadOnlyList<Administrator>? Administrators, IReadOnlyList<string> Errors) Read(string administrators, Dictionary<string, string?>? environment = null)
    {
        File.WriteAllText(Path.Combine(folder, "hub.json"), $$"""{ "administrators": {{administrators}}, "destinations": [ { "id": "screen", "adapter": "console" } ] }""");
        File.WriteAllText(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""");
        File.WriteAllText(Path.Combine(folder, "authorisations.json"), """{ "authorisations": [] }""");
        var (configuration, errors) = HubConfigurationReader.Read(folder, environment);
        return (configuration?.Administrators, errors);
    }
}
