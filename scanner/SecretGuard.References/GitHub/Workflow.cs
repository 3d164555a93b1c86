using SecretGuard.References.Yaml;

namespace SecretGuard.References.GitHub;

/// <summary>A workflow of GitHub.</summary>
/// <param name="Root">All of it.</param>
internal sealed record Workflow(YamlValue Root)
{
    /// <summary>Its jobs.</summary>
    public IEnumerable<WorkflowJob> Jobs => Root["jobs"].Members.Where(job => job.Key.Text is not null && job.Value.IsMap).Select(job => new WorkflowJob(job.Key.Text!, job.Value));

    /// <summary>Whether an event starts it.</summary>
    public bool IsStartedBy(string name)
    {
        YamlValue on = Root["on"];
        return on.Text == name || on.Items.Any(item => item.Text == name) || on.Members.Any(member => member.Key.Text == name);
    }
}

/// <summary>A job of a workflow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">All of it.</param>
internal sealed record WorkflowJob(string Name, YamlValue Value)
{
    /// <summary>Its steps.</summary>
    public IReadOnlyList<YamlValue> Steps => Value["steps"].Items;

    /// <summary>The jobs that must end well before it begins.</summary>
    public IEnumerable<string> Needs => (Value.TextOf("needs") is { } one ? [one] : Value["needs"].Items.Select(item => item.Text)).OfType<string>();
}
